CREATE TABLE "api_client" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"unit_code" text,
	"token_hash" text NOT NULL,
	"token_start" text NOT NULL,
	"expires_on" date NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_by" text,
	"revoked_at" timestamp (3) with time zone,
	"revoked_reason" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "api_client_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "api_client_role_known" CHECK ("api_client"."role" in ('visitor', 'reporter', 'leader', 'auditor')),
	CONSTRAINT "api_client_revoked_whole" CHECK (("api_client"."revoked_at" is null) = ("api_client"."revoked_by" is null))
);
--> statement-breakpoint
ALTER TABLE "api_client" ADD CONSTRAINT "api_client_unit_code_org_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_client_by_unit" ON "api_client" USING btree ("unit_code");