CREATE TABLE "indicator_alias" (
	"indicator_code" text NOT NULL,
	"alias" text NOT NULL,
	CONSTRAINT "indicator_alias_indicator_code_alias_pk" PRIMARY KEY("indicator_code","alias")
);
--> statement-breakpoint
CREATE TABLE "org_unit_alias" (
	"org_unit_code" text NOT NULL,
	"alias" text NOT NULL,
	CONSTRAINT "org_unit_alias_org_unit_code_alias_pk" PRIMARY KEY("org_unit_code","alias")
);
--> statement-breakpoint
ALTER TABLE "indicator_alias" ADD CONSTRAINT "indicator_alias_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "org_unit_alias" ADD CONSTRAINT "org_unit_alias_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;