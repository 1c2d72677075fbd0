ALTER TABLE "run_score" ALTER COLUMN "rank" SET DATA TYPE double precision;--> statement-breakpoint
ALTER TABLE "run_score" ALTER COLUMN "previous_rank" SET DATA TYPE double precision;--> statement-breakpoint
ALTER TABLE "adjustment" ADD COLUMN "revoked_reason" text DEFAULT '' NOT NULL;