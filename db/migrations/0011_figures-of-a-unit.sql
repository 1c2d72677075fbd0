CREATE TABLE "unit_coverage" (
	"org_unit_code" text PRIMARY KEY NOT NULL,
	"figures" integer NOT NULL,
	"latest" text
);
--> statement-breakpoint
ALTER TABLE "unit_coverage" ADD CONSTRAINT "unit_coverage_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_coverage" ADD CONSTRAINT "unit_coverage_latest_period_code_fk" FOREIGN KEY ("latest") REFERENCES "public"."period"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
INSERT INTO "unit_coverage" ("org_unit_code", "figures", "latest")
SELECT o."org_unit_code", sum(o."figures"), (array_agg(p."code" ORDER BY p."sort_key" DESC, p."code")
  FILTER (WHERE p."kind" <> 'undated'))[1]
FROM (SELECT "org_unit_code", "period_code", count(*) AS "figures" FROM "observation" GROUP BY 1, 2) o
JOIN "period" p ON p."code" = o."period_code" GROUP BY 1;
