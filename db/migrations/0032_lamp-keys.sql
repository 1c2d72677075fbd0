ALTER TABLE "lamp" DROP CONSTRAINT "lamp_org_unit_code_org_unit_code_fk";
--> statement-breakpoint
ALTER TABLE "lamp" DROP CONSTRAINT "lamp_indicator_code_indicator_code_fk";
--> statement-breakpoint
ALTER TABLE "lamp" DROP CONSTRAINT "lamp_rule_set_fk";
--> statement-breakpoint
-- The units, indicators and rules of lamps are there: looked up once for all rows of a statement.
CREATE FUNCTION check_lamp_keys() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT DISTINCT org_unit_code FROM added) a
      LEFT JOIN org_unit u ON u.code = a.org_unit_code WHERE u.code IS NULL)
    OR EXISTS (SELECT FROM (SELECT DISTINCT indicator_code FROM added) a
      LEFT JOIN indicator i ON i.code = a.indicator_code WHERE i.code IS NULL)
    OR EXISTS (SELECT FROM (SELECT DISTINCT rule_set_code, rule_set_number FROM added) a
      LEFT JOIN lamp_rule_set s ON s.code = a.rule_set_code AND s.number = a.rule_set_number WHERE s.code IS NULL)
  THEN
    RAISE EXCEPTION 'a lamp of an unknown unit, indicator or set of rules' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER lamp_keys_known
  AFTER INSERT ON lamp REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION check_lamp_keys();
