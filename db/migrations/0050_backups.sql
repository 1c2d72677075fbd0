CREATE TABLE "backup" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"origin" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"file_name" text DEFAULT '' NOT NULL,
	"bytes" bigint,
	"rows" bigint,
	"is_encrypted" boolean DEFAULT false NOT NULL,
	"fault" text,
	CONSTRAINT "backup_state_known" CHECK ("backup"."state" in ('asked', 'good', 'failed', 'removed')),
	CONSTRAINT "backup_origin_known" CHECK ("backup"."origin" in ('schedule', 'page', 'commandLine')),
	CONSTRAINT "backup_ended_whole" CHECK (("backup"."ended_at" is null) = ("backup"."state" = 'asked'))
);
--> statement-breakpoint
CREATE INDEX "backup_by_moment" ON "backup" USING btree ("asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "backup_asked_once" ON "backup" USING btree ("state") WHERE "backup"."state" = 'asked';