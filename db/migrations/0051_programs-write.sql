CREATE TABLE "api_answer" (
	"client_id" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "api_answer_client_id_key_pk" PRIMARY KEY("client_id","key")
);
--> statement-breakpoint
ALTER TABLE "api_client" DROP CONSTRAINT "api_client_role_known";--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind_known";--> statement-breakpoint
ALTER TABLE "api_client" ADD COLUMN "scope" text DEFAULT 'read' NOT NULL;--> statement-breakpoint
ALTER TABLE "api_client" ADD COLUMN "webhook" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "api_client" ADD COLUMN "told_until" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "api_answer_by_time" ON "api_answer" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "observation_revision_by_unit" ON "observation_revision" USING btree ("org_unit_code","indicator_code","period_code");--> statement-breakpoint
ALTER TABLE "api_client" ADD CONSTRAINT "api_client_scope_known" CHECK ("api_client"."scope" in ('read', 'write'));--> statement-breakpoint
ALTER TABLE "api_client" ADD CONSTRAINT "api_client_role_known" CHECK ("api_client"."role" in ('visitor', 'reporter', 'leader', 'auditor', 'assessmentOffice'));--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind_known" CHECK ("outbox"."kind" in ('returned', 'approved', 'toReview', 'reminded', 'extensionAsked', 'extensionDecided', 'reopeningAsked', 'reopeningDecided', 'targetIssued', 'targetChanged', 'followUpAssigned', 'followUpReturned', 'followUpExtension', 'followUpClosed', 'followUpDropped', 'followUpReported', 'followUpAsked', 'consequenceConfirmed', 'appealFiled', 'appealAccepted', 'appealRejected', 'appealDecided', 'appealReviewAsked', 'reportPublished', 'rankingPublished', 'announced', 'draftWaits', 'remarked', 'followUpRemarked', 'remarkRaised', 'remarkAnswered', 'taskAdded', 'taskWithdrawn', 'newFigures'));