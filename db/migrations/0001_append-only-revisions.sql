-- Nothing recorded about a figure is ever changed or removed.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER observation_revision_append_only
  BEFORE UPDATE OR DELETE ON observation_revision
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER observation_revision_no_truncate
  BEFORE TRUNCATE ON observation_revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
