ALTER TABLE "proposal" DROP CONSTRAINT "proposal_kind_known";--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "was" jsonb;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_kind_known" CHECK ("proposal"."kind" in ('indicator.define', 'indicator.retire', 'indicator.derive', 'unit.rename', 'unit.move', 'unit.retire', 'unit.merge', 'unit.split', 'group.changeMembers'));