ALTER TABLE "collection" ADD COLUMN "form_number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "collection" ADD COLUMN "issued_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "collection_calendar" ADD COLUMN "form_number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "collection_calendar" ADD COLUMN "issued_by" text DEFAULT '' NOT NULL;