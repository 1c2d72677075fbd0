ALTER TABLE "follow_up_event" DROP CONSTRAINT "follow_up_event_kind_known";--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "notice_kind_known";--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind_known";--> statement-breakpoint
ALTER TABLE "leader_remark" ALTER COLUMN "org_unit_code" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "leader_remark" ALTER COLUMN "indicator_code" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "leader_remark" ALTER COLUMN "year" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "leader_remark" ALTER COLUMN "month" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "leader_remark" ADD COLUMN "kind" text DEFAULT 'lamp' NOT NULL;--> statement-breakpoint
ALTER TABLE "leader_remark" ADD COLUMN "period_code" text;--> statement-breakpoint
ALTER TABLE "leader_remark" ADD COLUMN "run_id" text;--> statement-breakpoint
ALTER TABLE "leader_remark" ADD COLUMN "report_id" text;--> statement-breakpoint
ALTER TABLE "leader_remark" ADD COLUMN "collection_id" text;--> statement-breakpoint
ALTER TABLE "leader_remark" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "leader_remark" ADD COLUMN "answered_by" text;--> statement-breakpoint
ALTER TABLE "leader_remark" ADD CONSTRAINT "leader_remark_period_code_period_code_fk" FOREIGN KEY ("period_code") REFERENCES "public"."period"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leader_remark" ADD CONSTRAINT "leader_remark_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leader_remark" ADD CONSTRAINT "leader_remark_report_id_monitoring_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."monitoring_report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leader_remark" ADD CONSTRAINT "leader_remark_collection_id_collection_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collection"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "leader_remark_by_writer" ON "leader_remark" USING btree ("written_by","written_at");--> statement-breakpoint
ALTER TABLE "follow_up_event" ADD CONSTRAINT "follow_up_event_kind_known" CHECK ("follow_up_event"."kind" in ('raise', 'edit', 'assign', 'sign', 'plan', 'note', 'attach', 'report', 'check', 'sendBack', 'close', 'askExtension', 'grantExtension', 'declineExtension', 'merge', 'absorb', 'transfer', 'drop', 'remark'));--> statement-breakpoint
ALTER TABLE "leader_remark" ADD CONSTRAINT "leader_remark_kind_known" CHECK ("leader_remark"."kind" in ('lamp', 'figure', 'score', 'report', 'collection'));--> statement-breakpoint
ALTER TABLE "leader_remark" ADD CONSTRAINT "leader_remark_about" CHECK (("leader_remark"."kind" in ('lamp', 'figure', 'score')) = ("leader_remark"."org_unit_code" is not null)
        and ("leader_remark"."kind" in ('lamp', 'figure')) = ("leader_remark"."indicator_code" is not null)
        and ("leader_remark"."kind" = 'lamp') = ("leader_remark"."year" is not null) and ("leader_remark"."kind" = 'lamp') = ("leader_remark"."month" is not null)
        and ("leader_remark"."kind" = 'figure') = ("leader_remark"."period_code" is not null) and ("leader_remark"."kind" = 'score') = ("leader_remark"."run_id" is not null)
        and ("leader_remark"."kind" = 'report') = ("leader_remark"."report_id" is not null)
        and ("leader_remark"."kind" = 'collection') = ("leader_remark"."collection_id" is not null));--> statement-breakpoint
ALTER TABLE "leader_remark" ADD CONSTRAINT "leader_remark_once" CHECK ("leader_remark"."follow_up_id" is null or "leader_remark"."answer" is null);--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_kind_known" CHECK ("notice"."kind" in ('returned', 'approved', 'toReview', 'reminded', 'extensionAsked', 'extensionDecided', 'reopeningAsked', 'reopeningDecided', 'targetIssued', 'targetChanged', 'followUpAssigned', 'followUpReturned', 'followUpExtension', 'followUpClosed', 'followUpDropped', 'followUpReported', 'followUpAsked', 'consequenceConfirmed', 'appealFiled', 'appealAccepted', 'appealRejected', 'appealDecided', 'appealReviewAsked', 'reportPublished', 'rankingPublished', 'announced', 'draftWaits', 'remarked', 'followUpRemarked', 'remarkRaised', 'remarkAnswered'));--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind_known" CHECK ("outbox"."kind" in ('returned', 'approved', 'toReview', 'reminded', 'extensionAsked', 'extensionDecided', 'reopeningAsked', 'reopeningDecided', 'targetIssued', 'targetChanged', 'followUpAssigned', 'followUpReturned', 'followUpExtension', 'followUpClosed', 'followUpDropped', 'followUpReported', 'followUpAsked', 'consequenceConfirmed', 'appealFiled', 'appealAccepted', 'appealRejected', 'appealDecided', 'appealReviewAsked', 'reportPublished', 'rankingPublished', 'announced', 'draftWaits', 'remarked', 'followUpRemarked', 'remarkRaised', 'remarkAnswered'));