CREATE TABLE "adjustment" (
	"id" text PRIMARY KEY NOT NULL,
	"org_unit_code" text NOT NULL,
	"scheme_code" text NOT NULL,
	"period_code" text NOT NULL,
	"kind" text NOT NULL,
	"node" text NOT NULL,
	"rule" text NOT NULL,
	"points" numeric NOT NULL,
	"article" text NOT NULL,
	"reason" text NOT NULL,
	"evidence" text NOT NULL,
	"incident" text NOT NULL,
	"happened_on" date,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "adjustment_kind_known" CHECK ("adjustment"."kind" in ('bonus', 'deduction', 'veto', 'score', 'notApplicable')),
	CONSTRAINT "adjustment_state_known" CHECK ("adjustment"."state" in ('provisional', 'proposed', 'reviewed', 'confirmed', 'revoked')),
	CONSTRAINT "adjustment_points_not_negative" CHECK ("adjustment"."points" >= 0)
);
--> statement-breakpoint
CREATE TABLE "run" (
	"id" text PRIMARY KEY NOT NULL,
	"scheme_code" text NOT NULL,
	"scheme_version" integer NOT NULL,
	"peer_group_code" text NOT NULL,
	"period_code" text NOT NULL,
	"state" text DEFAULT 'trial' NOT NULL,
	"is_demonstration" boolean NOT NULL,
	"terms" jsonb NOT NULL,
	"bases" jsonb NOT NULL,
	"notes" jsonb NOT NULL,
	"robustness" jsonb,
	"units" integer NOT NULL,
	"ranked" integer NOT NULL,
	"items" integer NOT NULL,
	"previous_run_id" text,
	"sha256" text NOT NULL,
	"engine" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"computed_by" text NOT NULL,
	"computed_at" timestamp (3) with time zone NOT NULL,
	"approved_by" text,
	"approved_at" timestamp (3) with time zone,
	"published_by" text,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "run_state_known" CHECK ("run"."state" in ('trial', 'approved', 'published', 'superseded'))
);
--> statement-breakpoint
CREATE TABLE "run_score" (
	"org_unit_code" text NOT NULL,
	"run_id" text NOT NULL,
	"position" integer NOT NULL,
	"total" double precision,
	"shown" numeric,
	"rank" integer,
	"is_tied" boolean NOT NULL,
	"is_apart" boolean NOT NULL,
	"is_provisional" boolean NOT NULL,
	"is_eligible" boolean NOT NULL,
	"grade" text,
	"previous_rank" integer,
	"blocks" jsonb NOT NULL,
	"items" jsonb NOT NULL,
	"adjustments" jsonb NOT NULL,
	"notes" jsonb NOT NULL,
	"figures" jsonb NOT NULL,
	"targets" jsonb NOT NULL,
	CONSTRAINT "run_score_run_id_org_unit_code_pk" PRIMARY KEY("run_id","org_unit_code")
);
--> statement-breakpoint
CREATE TABLE "scheme" (
	"code" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" text NOT NULL,
	"peer_group_code" text NOT NULL,
	"is_demonstration" boolean NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "scheme_kind_known" CHECK ("scheme"."kind" in ('comprehensive', 'special'))
);
--> statement-breakpoint
CREATE TABLE "scheme_version" (
	"scheme_code" text NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"document" jsonb NOT NULL,
	"based_on" integer,
	"note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"edited_by" text NOT NULL,
	"edited_at" timestamp (3) with time zone NOT NULL,
	"published_by" text,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "scheme_version_scheme_code_number_pk" PRIMARY KEY("scheme_code","number"),
	CONSTRAINT "scheme_version_state_known" CHECK ("scheme_version"."state" in ('draft', 'published', 'superseded'))
);
--> statement-breakpoint
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_scheme_code_scheme_code_fk" FOREIGN KEY ("scheme_code") REFERENCES "public"."scheme"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_period_code_period_code_fk" FOREIGN KEY ("period_code") REFERENCES "public"."period"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_peer_group_code_peer_group_code_fk" FOREIGN KEY ("peer_group_code") REFERENCES "public"."peer_group"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_period_code_period_code_fk" FOREIGN KEY ("period_code") REFERENCES "public"."period"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_of_scheme_version" FOREIGN KEY ("scheme_code","scheme_version") REFERENCES "public"."scheme_version"("scheme_code","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_score" ADD CONSTRAINT "run_score_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_score" ADD CONSTRAINT "run_score_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheme" ADD CONSTRAINT "scheme_peer_group_code_peer_group_code_fk" FOREIGN KEY ("peer_group_code") REFERENCES "public"."peer_group"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_scheme_code_scheme_code_fk" FOREIGN KEY ("scheme_code") REFERENCES "public"."scheme"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "adjustment_by_scheme" ON "adjustment" USING btree ("scheme_code","period_code","org_unit_code");--> statement-breakpoint
CREATE UNIQUE INDEX "run_published" ON "run" USING btree ("scheme_code","period_code") WHERE "run"."state" = 'published';--> statement-breakpoint
CREATE INDEX "run_by_moment" ON "run" USING btree ("computed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "run_score_by_position" ON "run_score" USING btree ("run_id","position");--> statement-breakpoint
CREATE INDEX "run_score_by_unit" ON "run_score" USING btree ("org_unit_code","run_id");--> statement-breakpoint
CREATE UNIQUE INDEX "scheme_version_published" ON "scheme_version" USING btree ("scheme_code") WHERE "scheme_version"."state" = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "scheme_version_draft" ON "scheme_version" USING btree ("scheme_code") WHERE "scheme_version"."state" = 'draft';--> statement-breakpoint
-- What was published stays as it was: a version's document once it is no draft, a run's results from the moment they are
-- stored, and a published run with all its rows. Whoever asks, the product included.
CREATE FUNCTION keep_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'draft' THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state = 'published' AND NEW.state = 'superseded'
    AND to_jsonb(NEW) - '{state,version}'::text[] = to_jsonb(OLD) - '{state,version}'::text[] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a scheme version that is % stays as it is: % is refused', OLD.state, TG_OP
    USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER scheme_version_kept BEFORE UPDATE OR DELETE ON scheme_version
  FOR EACH ROW EXECUTE FUNCTION keep_published_version();
--> statement-breakpoint
CREATE FUNCTION keep_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state IN ('trial', 'approved') THEN
      RETURN OLD;
    END IF;
  ELSIF (OLD.state, NEW.state) IN (('trial', 'trial'), ('trial', 'approved'), ('approved', 'approved'),
      ('approved', 'published'), ('published', 'published'), ('published', 'superseded'), ('superseded', 'superseded'))
    AND (OLD.robustness IS NULL OR NEW.robustness = OLD.robustness)
    AND to_jsonb(NEW) - '{state,version,robustness,approved_by,approved_at,published_by,published_at}'::text[]
      = to_jsonb(OLD) - '{state,version,robustness,approved_by,approved_at,published_by,published_at}'::text[]
    AND (OLD.approved_by IS NULL OR (NEW.approved_by, NEW.approved_at) = (OLD.approved_by, OLD.approved_at))
    AND (OLD.published_by IS NULL OR (NEW.published_by, NEW.published_at) = (OLD.published_by, OLD.published_at)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a run that is % stays as it is: % is refused', OLD.state, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER run_kept BEFORE UPDATE OR DELETE ON run FOR EACH ROW EXECUTE FUNCTION keep_run();
--> statement-breakpoint
CREATE FUNCTION keep_run_score() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM run WHERE id = OLD.run_id AND state IN ('published', 'superseded')) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'the scores of a run stay as they are: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER run_score_kept BEFORE UPDATE OR DELETE ON run_score FOR EACH ROW EXECUTE FUNCTION keep_run_score();
--> statement-breakpoint
CREATE FUNCTION refuse_late_score() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM added JOIN run ON run.id = added.run_id WHERE run.state <> 'trial') THEN
    RAISE EXCEPTION 'scores are added to a trial only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER run_score_of_trial AFTER INSERT ON run_score
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_late_score();
--> statement-breakpoint
CREATE FUNCTION refuse_emptying() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% holds what was published: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER scheme_version_no_truncate BEFORE TRUNCATE ON scheme_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying();
--> statement-breakpoint
CREATE TRIGGER run_no_truncate BEFORE TRUNCATE ON run FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying();
--> statement-breakpoint
CREATE TRIGGER run_score_no_truncate BEFORE TRUNCATE ON run_score FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying();
