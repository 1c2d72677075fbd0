ALTER TABLE "cited_figure" DROP CONSTRAINT "cited_figure_value_or_rank";--> statement-breakpoint
ALTER TABLE "cited_figure" ADD COLUMN "cleared_scope" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "mapped_sheet_by_batch" ON "mapped_sheet" USING btree ("batch_id");--> statement-breakpoint
ALTER TABLE "cited_figure" ADD CONSTRAINT "cited_figure_value_or_rank" CHECK ("cited_figure"."kind" = 'withdraw' or "cited_figure"."value" is not null or "cited_figure"."rank" is not null or "cited_figure"."cleared_scope" <> '');