CREATE TABLE "kept_mapping" (
	"id" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"name" text NOT NULL,
	"shape" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	"used_at" timestamp (3) with time zone,
	"is_retired" boolean DEFAULT false NOT NULL,
	"edited_by" text NOT NULL,
	"edited_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mapped_sheet" (
	"id" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"sheet_name" text NOT NULL,
	"other_sheets" jsonb NOT NULL,
	"sheet" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"kept_id" text,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"edited_by" text NOT NULL,
	"edited_at" timestamp (3) with time zone NOT NULL,
	"batch_id" text,
	"upload_id" text,
	"source_code" text,
	"vintage" text,
	"counts" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "mapped_sheet_state_known" CHECK ("mapped_sheet"."state" in ('open', 'recorded', 'abandoned'))
);
--> statement-breakpoint
ALTER TABLE "mapped_sheet" ADD CONSTRAINT "mapped_sheet_kept_id_kept_mapping_id_fk" FOREIGN KEY ("kept_id") REFERENCES "public"."kept_mapping"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapped_sheet" ADD CONSTRAINT "mapped_sheet_source_code_source_code_fk" FOREIGN KEY ("source_code") REFERENCES "public"."source"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "kept_mapping_name" ON "kept_mapping" USING btree ("holder","name") WHERE not "kept_mapping"."is_retired";--> statement-breakpoint
CREATE INDEX "mapped_sheet_by_holder" ON "mapped_sheet" USING btree ("holder","state","edited_at");--> statement-breakpoint
CREATE INDEX "mapped_sheet_by_kept" ON "mapped_sheet" USING btree ("kept_id");--> statement-breakpoint
CREATE INDEX "mapped_sheet_by_upload" ON "mapped_sheet" USING btree ("upload_id");