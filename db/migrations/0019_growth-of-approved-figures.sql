ALTER TABLE "review_event" ADD COLUMN "approved_yoy" numeric;--> statement-breakpoint
ALTER TABLE "submission_value" ADD COLUMN "approved_yoy" numeric;--> statement-breakpoint
ALTER TABLE "submission_value" ADD CONSTRAINT "submission_value_yoy_of_approved" CHECK ("submission_value"."approved_yoy" is null or "submission_value"."approved_value" is not null);