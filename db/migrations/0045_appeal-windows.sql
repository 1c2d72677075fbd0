ALTER TABLE "run" ADD COLUMN "appeals_until" date;--> statement-breakpoint
-- By hand: the last day to appeal is set when a run is published, and stays.
CREATE OR REPLACE FUNCTION keep_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state IN ('trial', 'approved') THEN
      RETURN OLD;
    END IF;
  ELSIF (OLD.state, NEW.state) IN (('trial', 'trial'), ('trial', 'approved'), ('approved', 'approved'),
      ('approved', 'published'), ('published', 'published'), ('published', 'superseded'), ('superseded', 'superseded'))
    AND (OLD.robustness IS NULL OR NEW.robustness = OLD.robustness)
    AND (NEW.sha256 = OLD.sha256 OR (OLD.sha256 = '' AND (OLD.state, NEW.state) = ('trial', 'trial')))
    AND (NEW.sha256 <> '' OR NEW.state = 'trial')
    AND to_jsonb(NEW) - '{state,version,robustness,sha256,approved_by,approved_at,published_by,published_at,appeals_until,acknowledged}'::text[]
      = to_jsonb(OLD) - '{state,version,robustness,sha256,approved_by,approved_at,published_by,published_at,appeals_until,acknowledged}'::text[]
    AND (NEW.acknowledged = OLD.acknowledged
      OR (OLD.state, NEW.state) = ('trial', 'approved')
      OR ((OLD.state, NEW.state) = ('approved', 'published')
        AND jsonb_path_query_array(NEW.acknowledged, '$[*] ? (@.step == "approve")') = OLD.acknowledged))
    AND (OLD.approved_by IS NULL OR (NEW.approved_by, NEW.approved_at) = (OLD.approved_by, OLD.approved_at))
    AND (NEW.appeals_until IS NOT DISTINCT FROM OLD.appeals_until OR (OLD.state, NEW.state) = ('approved', 'published'))
    AND (OLD.published_by IS NULL OR (NEW.published_by, NEW.published_at) = (OLD.published_by, OLD.published_at)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a run that is % stays as it is: % is refused', OLD.state, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
