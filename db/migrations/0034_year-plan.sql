CREATE TABLE "year_plan" (
	"year" smallint PRIMARY KEY NOT NULL,
	"steps" jsonb NOT NULL,
	"version" integer NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
