CREATE TABLE "indicator" (
	"code" text PRIMARY KEY NOT NULL,
	"topic_code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"initials" text NOT NULL,
	"unit_zh" text NOT NULL,
	"unit_en" text NOT NULL,
	"decimals" integer NOT NULL,
	"measure" text NOT NULL,
	"direction" text NOT NULL,
	"basis" text NOT NULL,
	"frequency" text NOT NULL,
	"responsible_zh" text NOT NULL,
	"responsible_en" text NOT NULL,
	"growth_of" text,
	"sort_order" integer NOT NULL,
	CONSTRAINT "indicator_measure_known" CHECK ("indicator"."measure" in ('amount', 'rate', 'rank', 'grade', 'flag')),
	CONSTRAINT "indicator_direction_known" CHECK ("indicator"."direction" in ('higher', 'lower', 'range', 'none')),
	CONSTRAINT "indicator_basis_known" CHECK ("indicator"."basis" in ('current', 'yearToDate', 'endOfPeriod', 'dailyMean', 'sinceFounding')),
	CONSTRAINT "indicator_frequency_known" CHECK ("indicator"."frequency" in ('monthly', 'quarterly', 'halfYearly', 'yearly', 'irregular'))
);
--> statement-breakpoint
CREATE TABLE "indicator_definition" (
	"indicator_code" text NOT NULL,
	"valid_from" date NOT NULL,
	"definition_zh" text NOT NULL,
	"definition_en" text NOT NULL,
	"formula_zh" text NOT NULL,
	"formula_en" text NOT NULL,
	CONSTRAINT "indicator_definition_indicator_code_valid_from_pk" PRIMARY KEY("indicator_code","valid_from")
);
--> statement-breakpoint
CREATE TABLE "org_unit" (
	"code" text PRIMARY KEY NOT NULL,
	"parent_code" text,
	"kind" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"initials" text NOT NULL,
	"gb_code" text,
	"valid_from" date,
	"valid_to" date,
	"sort_order" integer NOT NULL,
	CONSTRAINT "org_unit_kind_known" CHECK ("org_unit"."kind" in ('country', 'province', 'city', 'county', 'zone', 'port', 'portArea', 'enterprise', 'department')),
	CONSTRAINT "org_unit_validity_ordered" CHECK ("org_unit"."valid_to" is null or "org_unit"."valid_from" is null or "org_unit"."valid_from" <= "org_unit"."valid_to")
);
--> statement-breakpoint
CREATE TABLE "org_unit_succession" (
	"predecessor_code" text NOT NULL,
	"successor_code" text NOT NULL,
	"happened_on" date NOT NULL,
	"kind" text NOT NULL,
	"note_zh" text NOT NULL,
	"note_en" text NOT NULL,
	CONSTRAINT "org_unit_succession_predecessor_code_successor_code_pk" PRIMARY KEY("predecessor_code","successor_code"),
	CONSTRAINT "org_unit_succession_kind_known" CHECK ("org_unit_succession"."kind" in ('merge', 'split', 'rename', 'upgrade'))
);
--> statement-breakpoint
CREATE TABLE "peer_group" (
	"code" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"note_zh" text NOT NULL,
	"note_en" text NOT NULL,
	"sort_order" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "peer_group_member" (
	"peer_group_code" text NOT NULL,
	"org_unit_code" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "peer_group_member_peer_group_code_org_unit_code_valid_from_pk" PRIMARY KEY("peer_group_code","org_unit_code","valid_from")
);
--> statement-breakpoint
CREATE TABLE "period" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"year" integer,
	"starts_on" date,
	"ends_on" date,
	"year_earlier" text,
	"previous" text,
	"sort_key" integer NOT NULL,
	CONSTRAINT "period_kind_known" CHECK ("period"."kind" in ('year', 'half', 'quarter', 'month', 'yearToDate', 'undated'))
);
--> statement-breakpoint
CREATE TABLE "source" (
	"code" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"publisher" text NOT NULL,
	"url" text,
	"published_on" date,
	"access_note" text NOT NULL,
	"licence" text NOT NULL,
	"reliability" text NOT NULL,
	"sort_order" integer NOT NULL,
	CONSTRAINT "source_reliability_known" CHECK ("source"."reliability" in ('official', 'press', 'copy', 'unverified'))
);
--> statement-breakpoint
CREATE TABLE "topic" (
	"code" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"sort_order" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coverage" (
	"indicator_code" text NOT NULL,
	"peer_group_code" text NOT NULL,
	"period_code" text NOT NULL,
	"units" integer NOT NULL,
	CONSTRAINT "coverage_indicator_code_peer_group_code_period_code_pk" PRIMARY KEY("indicator_code","peer_group_code","period_code")
);
--> statement-breakpoint
CREATE TABLE "import_batch" (
	"id" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	"imported_by" text NOT NULL,
	"added" integer NOT NULL,
	"changed" integer NOT NULL,
	"unchanged" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "observation" (
	"indicator_code" text NOT NULL,
	"org_unit_code" text NOT NULL,
	"period_code" text NOT NULL,
	"value" numeric NOT NULL,
	"decimals" integer NOT NULL,
	"qualifier" text NOT NULL,
	"qualifier_printed" text NOT NULL,
	"vintage" text NOT NULL,
	"reported_yoy" numeric,
	"period_printed" text NOT NULL,
	"source_code" text NOT NULL,
	"locator" text NOT NULL,
	"quote" text NOT NULL,
	"note" text NOT NULL,
	"version" integer NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "observation_indicator_code_period_code_org_unit_code_pk" PRIMARY KEY("indicator_code","period_code","org_unit_code"),
	CONSTRAINT "observation_qualifier_known" CHECK ("observation"."qualifier" in ('exact', 'at_least', 'about', 'at_most', 'expected')),
	CONSTRAINT "observation_vintage_known" CHECK ("observation"."vintage" in ('flash', 'preliminary', 'approved', 'final'))
);
--> statement-breakpoint
CREATE TABLE "observation_revision" (
	"indicator_code" text NOT NULL,
	"org_unit_code" text NOT NULL,
	"period_code" text NOT NULL,
	"revision" integer NOT NULL,
	"value" numeric NOT NULL,
	"decimals" integer NOT NULL,
	"qualifier" text NOT NULL,
	"qualifier_printed" text NOT NULL,
	"vintage" text NOT NULL,
	"reported_yoy" numeric,
	"period_printed" text NOT NULL,
	"source_code" text NOT NULL,
	"locator" text NOT NULL,
	"quote" text NOT NULL,
	"note" text NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"batch_id" text,
	CONSTRAINT "observation_revision_indicator_code_period_code_org_unit_code_revision_pk" PRIMARY KEY("indicator_code","period_code","org_unit_code","revision")
);
--> statement-breakpoint
CREATE TABLE "published_rank" (
	"indicator_code" text NOT NULL,
	"org_unit_code" text NOT NULL,
	"period_code" text NOT NULL,
	"scope_zh" text NOT NULL,
	"scope_en" text NOT NULL,
	"rank" integer NOT NULL,
	"qualifier" text NOT NULL,
	"peer_group_code" text,
	"source_code" text NOT NULL,
	"locator" text NOT NULL,
	"quote" text NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "published_rank_indicator_code_period_code_org_unit_code_scope_zh_pk" PRIMARY KEY("indicator_code","period_code","org_unit_code","scope_zh"),
	CONSTRAINT "published_rank_positive" CHECK ("published_rank"."rank" >= 1)
);
--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_topic_code_topic_code_fk" FOREIGN KEY ("topic_code") REFERENCES "public"."topic"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_growth_of_indicator_code_fk" FOREIGN KEY ("growth_of") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "indicator_definition_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "org_unit" ADD CONSTRAINT "org_unit_parent_code_org_unit_code_fk" FOREIGN KEY ("parent_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "org_unit_succession" ADD CONSTRAINT "org_unit_succession_predecessor_code_org_unit_code_fk" FOREIGN KEY ("predecessor_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "org_unit_succession" ADD CONSTRAINT "org_unit_succession_successor_code_org_unit_code_fk" FOREIGN KEY ("successor_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_group_member" ADD CONSTRAINT "peer_group_member_peer_group_code_peer_group_code_fk" FOREIGN KEY ("peer_group_code") REFERENCES "public"."peer_group"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_group_member" ADD CONSTRAINT "peer_group_member_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_peer_group_code_peer_group_code_fk" FOREIGN KEY ("peer_group_code") REFERENCES "public"."peer_group"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_period_code_period_code_fk" FOREIGN KEY ("period_code") REFERENCES "public"."period"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_period_code_period_code_fk" FOREIGN KEY ("period_code") REFERENCES "public"."period"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_source_code_source_code_fk" FOREIGN KEY ("source_code") REFERENCES "public"."source"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation_revision" ADD CONSTRAINT "observation_revision_source_code_source_code_fk" FOREIGN KEY ("source_code") REFERENCES "public"."source"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation_revision" ADD CONSTRAINT "observation_revision_batch_id_import_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation_revision" ADD CONSTRAINT "observation_revision_of_observation" FOREIGN KEY ("indicator_code","period_code","org_unit_code") REFERENCES "public"."observation"("indicator_code","period_code","org_unit_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_rank" ADD CONSTRAINT "published_rank_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_rank" ADD CONSTRAINT "published_rank_org_unit_code_org_unit_code_fk" FOREIGN KEY ("org_unit_code") REFERENCES "public"."org_unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_rank" ADD CONSTRAINT "published_rank_period_code_period_code_fk" FOREIGN KEY ("period_code") REFERENCES "public"."period"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_rank" ADD CONSTRAINT "published_rank_peer_group_code_peer_group_code_fk" FOREIGN KEY ("peer_group_code") REFERENCES "public"."peer_group"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_rank" ADD CONSTRAINT "published_rank_source_code_source_code_fk" FOREIGN KEY ("source_code") REFERENCES "public"."source"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "indicator_by_topic" ON "indicator" USING btree ("topic_code","sort_order");--> statement-breakpoint
CREATE INDEX "org_unit_by_parent" ON "org_unit" USING btree ("parent_code","sort_order");--> statement-breakpoint
CREATE INDEX "peer_group_member_by_unit" ON "peer_group_member" USING btree ("org_unit_code");--> statement-breakpoint
CREATE INDEX "observation_by_unit" ON "observation" USING btree ("org_unit_code","indicator_code","period_code");--> statement-breakpoint
CREATE INDEX "observation_by_source" ON "observation" USING btree ("source_code");--> statement-breakpoint
CREATE INDEX "observation_revision_by_source" ON "observation_revision" USING btree ("source_code");--> statement-breakpoint
CREATE INDEX "published_rank_by_unit" ON "published_rank" USING btree ("org_unit_code");--> statement-breakpoint
CREATE INDEX "published_rank_by_source" ON "published_rank" USING btree ("source_code");