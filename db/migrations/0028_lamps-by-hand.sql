ALTER TABLE "lamp" ADD COLUMN "set_by" text;--> statement-breakpoint
ALTER TABLE "lamp" ADD COLUMN "set_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "lamp_rule_set" ADD COLUMN "valid_to" date;--> statement-breakpoint
ALTER TABLE "lamp_rule_set" ADD COLUMN "ended_by" text;--> statement-breakpoint
ALTER TABLE "lamp_rule_set" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "lamp_rule_set" ADD COLUMN "end_reason" text DEFAULT '' NOT NULL;