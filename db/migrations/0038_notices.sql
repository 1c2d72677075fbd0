CREATE TABLE "notice" (
	"user_id" text NOT NULL,
	"event" bigint NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "notice_user_id_event_kind_subject_pk" PRIMARY KEY("user_id","event","kind","subject"),
	CONSTRAINT "notice_kind_known" CHECK ("notice"."kind" in ('returned', 'approved', 'toReview', 'reminded', 'extensionAsked', 'extensionDecided', 'reopeningAsked', 'reopeningDecided', 'targetIssued', 'targetChanged', 'followUpAssigned', 'followUpReturned', 'followUpExtension', 'followUpClosed', 'followUpReported', 'followUpAsked', 'consequenceConfirmed', 'appealFiled', 'appealAccepted', 'appealRejected', 'appealDecided', 'appealReviewAsked', 'reportPublished', 'rankingPublished', 'announced', 'draftWaits', 'remarked'))
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"target" text NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"fault" text DEFAULT '' NOT NULL,
	CONSTRAINT "outbox_kind_known" CHECK ("outbox"."kind" in ('returned', 'approved', 'toReview', 'reminded', 'extensionAsked', 'extensionDecided', 'reopeningAsked', 'reopeningDecided', 'targetIssued', 'targetChanged', 'followUpAssigned', 'followUpReturned', 'followUpExtension', 'followUpClosed', 'followUpReported', 'followUpAsked', 'consequenceConfirmed', 'appealFiled', 'appealAccepted', 'appealRejected', 'appealDecided', 'appealReviewAsked', 'reportPublished', 'rankingPublished', 'announced', 'draftWaits', 'remarked')),
	CONSTRAINT "outbox_state_known" CHECK ("outbox"."state" in ('waiting', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_unread" ON "notice" USING btree ("user_id","subject") WHERE "notice"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notice_by_reading" ON "notice" USING btree ("read_at") WHERE "notice"."read_at" is not null;--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("due_at") WHERE "outbox"."state" = 'waiting';