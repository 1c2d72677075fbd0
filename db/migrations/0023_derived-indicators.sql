CREATE TABLE "indicator_formula" (
	"indicator_code" text PRIMARY KEY NOT NULL,
	"expression" text NOT NULL,
	"org_unit_code" text,
	"version" integer DEFAULT 1 NOT NULL,
	"edited_by" text NOT NULL,
	"edited_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicator_input" (
	"indicator_code" text NOT NULL,
	"input_code" text NOT NULL,
	CONSTRAINT "indicator_input_input_code_indicator_code_pk" PRIMARY KEY("input_code","indicator_code")
);
--> statement-breakpoint
ALTER TABLE "indicator_formula" ADD CONSTRAINT "indicator_formula_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_formula" ADD CONSTRAINT "indicator_formula_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_input" ADD CONSTRAINT "indicator_input_indicator_code_indicator_formula_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator_formula"("indicator_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_input" ADD CONSTRAINT "indicator_input_input_code_indicator_code_fk" FOREIGN KEY ("input_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;