-- IF NOT EXISTS, because a migration that this one replaced had added these columns (db/migrate.ts).
CREATE TABLE "extension_request" (
	"org_unit_code" text NOT NULL,
	"collection_id" text NOT NULL,
	"number" integer NOT NULL,
	"wished_on" date NOT NULL,
	"reason" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"decision" text DEFAULT '' NOT NULL,
	CONSTRAINT "extension_request_org_unit_code_collection_id_number_pk" PRIMARY KEY("org_unit_code","collection_id","number"),
	CONSTRAINT "extension_request_state_known" CHECK ("extension_request"."state" in ('pending', 'granted', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "review_event" DROP CONSTRAINT "review_event_kind_known";--> statement-breakpoint
ALTER TABLE "collection" ADD COLUMN IF NOT EXISTS "form_number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "collection" ADD COLUMN IF NOT EXISTS "issued_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "collection_calendar" ADD COLUMN IF NOT EXISTS "form_number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "collection_calendar" ADD COLUMN IF NOT EXISTS "issued_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "extension_request" ADD CONSTRAINT "extension_request_of_submission" FOREIGN KEY ("org_unit_code","collection_id") REFERENCES "public"."submission"("org_unit_code","collection_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "extension_request_pending" ON "extension_request" USING btree ("asked_at") WHERE "extension_request"."state" = 'pending';--> statement-breakpoint
ALTER TABLE "review_event" ADD CONSTRAINT "review_event_kind_known" CHECK ("review_event"."kind" in ('submitted', 'withdrawn', 'passed', 'approved', 'returned', 'verified', 'undone', 'reopenAsked', 'reopened', 'reopenRefused', 'extensionAsked', 'extended', 'extensionRefused', 'reminded'));