CREATE TABLE "source_coverage" (
	"source_code" text NOT NULL,
	"indicator_code" text NOT NULL,
	"period_code" text NOT NULL,
	"figures" integer NOT NULL,
	CONSTRAINT "source_coverage_source_code_indicator_code_period_code_pk" PRIMARY KEY("source_code","indicator_code","period_code")
);
--> statement-breakpoint
DROP INDEX "observation_by_source";--> statement-breakpoint
ALTER TABLE "source_coverage" ADD CONSTRAINT "source_coverage_source_code_source_code_fk" FOREIGN KEY ("source_code") REFERENCES "public"."source"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_coverage" ADD CONSTRAINT "source_coverage_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_coverage" ADD CONSTRAINT "source_coverage_period_code_period_code_fk" FOREIGN KEY ("period_code") REFERENCES "public"."period"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "source_coverage_by_indicator" ON "source_coverage" USING btree ("indicator_code","period_code");--> statement-breakpoint
CREATE INDEX "observation_by_source" ON "observation" USING btree ("source_code","indicator_code","period_code");--> statement-breakpoint
INSERT INTO "source_coverage" ("source_code", "indicator_code", "period_code", "figures")
SELECT "source_code", "indicator_code", "period_code", count(*) FROM "observation" GROUP BY 1, 2, 3;
