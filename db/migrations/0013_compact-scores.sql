-- What a run says of the items of a unit, and its figures, by their parts instead of by object: names repeated for every
-- item of every unit were most of the text, and reading it most of the time of storing a run. The columns of runs that are
-- stored are rewritten as they are, without an UPDATE, which is refused; every double and every text stays what it was.
CREATE FUNCTION items_numbers(items jsonb, part text) RETURNS double precision[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg((item ->> part)::double precision ORDER BY place), '{}')
  FROM jsonb_array_elements(items) WITH ORDINALITY AS listed (item, place)
$$;
--> statement-breakpoint
CREATE FUNCTION items_workings(items jsonb) RETURNS json LANGUAGE sql IMMUTABLE AS $$
  SELECT json_build_object(
    'states', coalesce(json_object_agg(place - 1, item -> 'state') FILTER (WHERE item ->> 'state' <> 'scored'), '{}'),
    'terms', coalesce(json_object_agg(place - 1, item -> 'terms') FILTER (WHERE item ? 'terms'), '{}'),
    'notes', coalesce(json_object_agg(place - 1, item -> 'notes') FILTER (WHERE item ? 'notes'), '{}'))
  FROM jsonb_array_elements(items) WITH ORDINALITY AS listed (item, place)
$$;
--> statement-breakpoint
CREATE FUNCTION figures_packed(figures jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  WITH part AS (
    SELECT key, jsonb_agg(value ORDER BY place) AS list, count(DISTINCT value) = 1 AS is_alike
    FROM jsonb_array_elements(figures) WITH ORDINALITY AS listed (figure, place), jsonb_each(figure) GROUP BY key
  )
  SELECT jsonb_build_object('count', jsonb_array_length(figures),
    'alike', coalesce(jsonb_object_agg(key, list -> 0) FILTER (WHERE is_alike), '{}'),
    'each', coalesce(jsonb_object_agg(key, list) FILTER (WHERE NOT is_alike), '{}'))
  FROM part
$$;
--> statement-breakpoint
ALTER TABLE "run_score"
  ADD COLUMN "item_values" double precision[] NOT NULL DEFAULT '{}',
  ADD COLUMN "item_transformed" double precision[] NOT NULL DEFAULT '{}',
  ADD COLUMN "item_shares" double precision[] NOT NULL DEFAULT '{}',
  ADD COLUMN "item_points" double precision[] NOT NULL DEFAULT '{}',
  ADD COLUMN "item_workings" json NOT NULL DEFAULT '{}';
--> statement-breakpoint
ALTER TABLE "run_score"
  ALTER COLUMN "item_values" DROP DEFAULT,
  ALTER COLUMN "item_values" TYPE double precision[] USING items_numbers("items", 'value'),
  ALTER COLUMN "item_transformed" DROP DEFAULT,
  ALTER COLUMN "item_transformed" TYPE double precision[] USING items_numbers("items", 'transformed'),
  ALTER COLUMN "item_shares" DROP DEFAULT,
  ALTER COLUMN "item_shares" TYPE double precision[] USING items_numbers("items", 'share'),
  ALTER COLUMN "item_points" DROP DEFAULT,
  ALTER COLUMN "item_points" TYPE double precision[] USING items_numbers("items", 'points'),
  ALTER COLUMN "item_workings" DROP DEFAULT,
  ALTER COLUMN "item_workings" TYPE json USING items_workings("items"),
  ALTER COLUMN "figures" TYPE jsonb USING figures_packed("figures");
--> statement-breakpoint
ALTER TABLE "run_score" DROP COLUMN "items";
--> statement-breakpoint
DROP FUNCTION items_numbers(jsonb, text), items_workings(jsonb), figures_packed(jsonb);
