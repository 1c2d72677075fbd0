CREATE TABLE "lamp" (
	"org_unit_code" text NOT NULL,
	"indicator_code" text NOT NULL,
	"year" smallint NOT NULL,
	"month" smallint NOT NULL,
	"version" smallint DEFAULT 1 NOT NULL,
	"rule_set_code" text NOT NULL,
	"rule_set_number" integer NOT NULL,
	"colour" text,
	"judged" text,
	"red_in_row" smallint NOT NULL,
	"red_in_year" smallint NOT NULL,
	"facts" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "lamp_org_unit_code_indicator_code_year_month_version_pk" PRIMARY KEY("org_unit_code","indicator_code","year","month","version"),
	CONSTRAINT "lamp_colour_known" CHECK ("lamp"."colour" in ('green', 'yellow', 'red'))
);
--> statement-breakpoint
CREATE TABLE "lamp_rule_set" (
	"code" text NOT NULL,
	"number" integer NOT NULL,
	"name_zh" text NOT NULL,
	"peer_group_code" text NOT NULL,
	"indicators" jsonb NOT NULL,
	"by_earlier_years" boolean NOT NULL,
	"rules" jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"edited_by" text NOT NULL,
	"edited_at" timestamp (3) with time zone NOT NULL,
	"adopted_by" text,
	"adopted_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "lamp_rule_set_code_number_pk" PRIMARY KEY("code","number"),
	CONSTRAINT "lamp_rule_set_state_known" CHECK ("lamp_rule_set"."state" in ('draft', 'held', 'ended'))
);
--> statement-breakpoint
ALTER TABLE "lamp" ADD CONSTRAINT "lamp_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lamp" ADD CONSTRAINT "lamp_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lamp" ADD CONSTRAINT "lamp_rule_set_fk" FOREIGN KEY ("rule_set_code","rule_set_number") REFERENCES "public"."lamp_rule_set"("code","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lamp_rule_set" ADD CONSTRAINT "lamp_rule_set_peer_group_code_peer_group_code_fk" FOREIGN KEY ("peer_group_code") REFERENCES "public"."peer_group"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lamp_by_month" ON "lamp" USING btree ("year","month","indicator_code");--> statement-breakpoint
-- A lamp that was told stays as it was told.
CREATE FUNCTION keep_told_lamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.told_at IS NOT NULL THEN
    RAISE EXCEPTION 'a lamp that was told stays: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
--> statement-breakpoint
CREATE TRIGGER lamp_told_stays
  BEFORE UPDATE OR DELETE ON lamp
  FOR EACH ROW EXECUTE FUNCTION keep_told_lamp();
