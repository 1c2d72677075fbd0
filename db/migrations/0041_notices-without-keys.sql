ALTER TABLE "notice" DROP CONSTRAINT "notice_user_id_app_user_id_fk";
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_user_id_app_user_id_fk";
