import type { GuardedFile } from './guard';

const ledger = 'lib/assessment/ledger/ledger.test.ts';
const runs = 'lib/assessment/runs/runs.test.ts';
const frozen = 'lib/assessment/runs/frozen.test.ts';
const schemes = 'lib/assessment/schemes/schemes.test.ts';
const results = 'lib/assessment/rankings/results.test.ts';
const analysis = 'lib/assessment/sensitivity/analyse-run.test.ts';
const packages = 'lib/assessment/package/package.test.ts';

/** Guards of schemes, ledger and runs: permissions, immutability, and the arithmetic of the engine. */
export const assessmentGuards: readonly GuardedFile[] = [
  {
    file: 'lib/assessment/ledger/queries.ts',
    tests: [ledger],
    guards: [
      [
        ['R3', 'adjustment.advance', 'adjustment.revoke'],
        'an entry that moved is not changed',
        'found.version !== version',
        'false',
      ],
      [
        ['R5', 'adjustment.advance', 'adjustment.revoke'],
        'a revoked entry stays revoked',
        "found.state === 'revoked'",
        'false',
      ],
      [['R2'], 'the ledger is listed to few', "maySee(principal.role, 'ledger') ? undefined : sql`false`", 'undefined'],
    ],
  },
  {
    file: 'lib/assessment/ledger/advance-adjustment.ts',
    tests: [ledger],
    guards: [
      [['adjustment.advance'], 'an entry goes a step at a time', 'stateAfter(found.state) !== to', 'false'],
      [
        ['R5', 'adjustment.advance'],
        'nobody checks or confirms the own entry',
        'found.recordedBy === principal.userId',
        'false',
      ],
    ],
  },
  {
    file: 'lib/assessment/ledger/record-adjustment.ts',
    tests: [ledger],
    guards: [
      [['adjustment.record'], 'an entry is of a unit that is assessed', 'if (!found) throw', 'if (false) throw'],
      [['adjustment.record'], 'an entry fits its scheme', 'first && !faults.includes(null)', 'false'],
    ],
  },
  {
    file: 'lib/assessment/schemes/queries.ts',
    tests: [schemes],
    guards: [
      [
        ['R3', 'scheme.edit', 'scheme.publish', 'scheme.discard'],
        'a draft that moved is not changed',
        'draft.version !== version',
        'false',
      ],
      [
        ['R2'],
        'a draft does not exist for others',
        "maySee(principal.role, 'schemeDrafts') ? undefined",
        'true ? undefined',
      ],
      [
        ['R2', 'scheme.create'],
        'a group that does not exist is refused',
        "if (!found) throw new Refusal('invalid'",
        "if (false) throw new Refusal('invalid'",
      ],
    ],
  },
  {
    file: 'lib/assessment/schemes/add-draft.ts',
    tests: [schemes],
    guards: [
      [
        ['scheme.revise', 'scheme.import'],
        'a scheme has one draft',
        "versions.some(({ state }) => state === 'draft')",
        'false',
      ],
    ],
  },
  {
    file: 'lib/assessment/schemes/make-scheme.ts',
    tests: [schemes],
    guards: [[['scheme.create'], 'a code is given once', 'if (made.length === 0)', 'if (false)']],
  },
  {
    file: 'lib/assessment/schemes/revise-scheme.ts',
    tests: [schemes],
    guards: [[['scheme.revise'], 'only what is published is revised', 'if (!published) throw', 'if (false) throw']],
  },
  {
    file: 'lib/assessment/schemes/discard-scheme.ts',
    tests: [schemes],
    guards: [
      [
        ['R5', 'scheme.discard'],
        'what was computed with is kept',
        'await isInUse(work, code, draft.number, isLast)',
        'false',
      ],
    ],
  },
  {
    file: 'lib/assessment/schemes/publish-scheme.ts',
    tests: [schemes],
    guards: [
      [['R5', 'scheme.publish'], 'nobody publishes the own draft', 'draft.editedBy === principal.userId', 'false'],
      [['scheme.publish'], 'a scheme with a fault is not published', 'if (faults[0]) throw', 'if (false) throw'],
    ],
  },
  {
    file: 'lib/assessment/schemes/read-scheme.ts',
    tests: [schemes],
    guards: [
      [
        ['R1', 'scheme.import', 'scheme.edit'],
        'a document that is none is refused',
        'if (read.success) return',
        'if (true) return',
      ],
    ],
  },
  {
    file: 'db/migrations/0008_assessment.sql',
    tests: [schemes, frozen],
    guards: [
      [['R5'], 'a published version stays as it is', "IF OLD.state = 'draft' THEN", "IF OLD.state <> '' THEN"],
      [['R5'], 'a run stays as it is', 'BEFORE UPDATE OR DELETE ON run FOR', 'BEFORE DELETE ON run FOR'],
      [
        ['R5'],
        'the scores of a run stay as they are',
        'BEFORE UPDATE OR DELETE ON run_score',
        'BEFORE DELETE ON run_score',
      ],
      [['R5'], 'scores are added to a trial only', "run.state <> 'trial')", "run.state = '')"],
      [['R5'], 'scores are not emptied', 'BEFORE TRUNCATE ON run_score', 'BEFORE TRUNCATE ON topic'],
    ],
  },
  {
    file: 'db/migrations/0016_fingerprint-after-scores.sql',
    tests: [frozen],
    guards: [
      [['R5'], 'a fingerprint is given once', "OLD.sha256 = '' AND", ''],
      [['R5'], 'a run without a fingerprint stays a trial', "NEW.sha256 <> '' OR", 'true OR'],
    ],
  },
  {
    file: 'lib/assessment/runs/queries.ts',
    tests: [runs],
    guards: [
      [
        ['R3', 'run.approve', 'run.publish', 'run.discard'],
        'a run in another state is not changed',
        '!states.includes(found.state) ||',
        '',
      ],
      [['R3', 'run.approve', 'run.publish'], 'a run that moved is not changed', '|| found.version !== version', ''],
    ],
  },
  {
    file: 'lib/assessment/runs/queries.ts',
    tests: [frozen],
    guards: [
      [
        ['run.compute'],
        'entries that are not confirmed do not count',
        "a.state = 'confirmed' or (",
        "a.state <> '' or (",
      ],
    ],
  },
  {
    file: 'lib/assessment/runs/discard-run.ts',
    tests: [runs],
    guards: [
      [
        ['R5', 'run.discard'],
        'a published run is not thrown away',
        "['trial', 'approved']",
        "['trial', 'approved', 'published']",
      ],
    ],
  },
  {
    file: 'lib/assessment/runs/approve-run.ts',
    tests: [runs, frozen],
    guards: [
      [['R5', 'run.approve'], 'nobody approves the own computation', 'found.computedBy === principal.userId', 'false'],
      [['run.approve'], 'a run of a draft stays a trial', "if (state === 'draft')", 'if (false)'],
      [['run.approve'], 'entries that are not confirmed keep a run a trial', 'if (unconfirmed > 0)', 'if (false)'],
      [['run.approve'], 'awaited figures keep a run a trial', 'if (provisional.units > 0)', 'if (false)'],
    ],
  },
  {
    file: 'lib/assessment/runs/publish-run.ts',
    tests: [runs, frozen],
    guards: [
      [['R5', 'run.publish'], 'nobody publishes the own approval', 'found.approvedBy === principal.userId', 'false'],
      [
        ['R5', 'R7', 'run.publish'],
        'what was tampered with is not published',
        'recomputeRun(stored).sha256 !== found.sha256',
        'false',
      ],
      [['run.publish'], 'bounds are confirmed', 'bounds.units > 0 && !boundsConfirmed', 'false'],
      [
        ['run.publish'],
        'one run of a period is published',
        ".set({ state: 'superseded' })",
        ".set({ state: 'published' })",
      ],
    ],
  },
  {
    file: 'lib/assessment/runs/fingerprint.ts',
    tests: ['lib/assessment/runs/fingerprint.test.ts'],
    guards: [
      [['R5'], 'a fingerprint covers the scheme', 'scheme: document,', ''],
      [['R5'], 'a fingerprint covers the scores', 'else addUnit(this.#writer, unit);', ''],
      [
        ['R5'],
        'a fingerprint of the first form covers the scores',
        'if (this.#form === 1) this.#writer.add(unit);',
        '',
      ],
    ],
  },
  {
    file: 'lib/assessment/runs/listing/queries.ts',
    tests: [runs],
    guards: [
      [['R2'], 'trials are listed to few', "maySee(principal.role, 'runs') ? undefined : sql`false`", 'undefined'],
    ],
  },
  {
    file: 'lib/assessment/queries.ts',
    tests: [results, analysis],
    guards: [
      [['R2'], 'a trial does not exist for others', ': isOut;', ': sql`true`;'],
      [['R2'], 'who may read nothing sees no run', 'if (readsNothing(principal)) return sql`false`;', ''],
      [['R2'], 'who reads some units only tries nothing', "principal.units === 'all' ? inSight", 'true ? inSight'],
    ],
  },
  {
    file: 'lib/assessment/rankings/queries.ts',
    tests: [results],
    guards: [[['R2'], 'who reads some units only is shown these', ', readable(principal, sql`u.code`)', '']],
  },
  {
    file: 'lib/assessment/package/queries.ts',
    tests: [packages],
    guards: [
      [['R2'], 'a run that is not out has no package', 'where(and(eq(run.id, id), isOut)),', 'where(eq(run.id, id)),'],
      [['R2'], 'who reads some units only has no package', "if (principal.units !== 'all') return null;", ''],
    ],
  },
  {
    file: 'lib/assessment/sensitivity/queries.ts',
    tests: [analysis],
    guards: [
      [
        ['R2'],
        'what-if of a trial is for few',
        '.where(and(eq(run.id, id), inSightWhole(principal)));',
        '.where(eq(run.id, id));',
      ],
    ],
  },
  {
    file: 'lib/assessment/sensitivity/analyse-run.ts',
    tests: [analysis],
    guards: [
      [['run.analyse'], 'a run is analysed once', 'if (found.robustness)', 'if (false)'],
      [['run.analyse'], 'what was superseded is not analysed', "found.state === 'superseded'", 'false'],
      [['R12', 'run.analyse'], 'what would take too long is not begun', 'size > mostAnalysed', 'false'],
    ],
  },
  {
    file: 'lib/assessment/ranks/rank-totals.ts',
    tests: ['lib/assessment/ranks/rank-totals.test.ts'],
    guards: [
      [
        ['R7'],
        'equals share a place and the next is skipped',
        'before + (size + 1) / 2 : before + 1',
        'before + (size + 1) / 2 : groupsBefore + 1',
      ],
    ],
  },
  {
    file: 'lib/statistics/noise.ts',
    tests: ['lib/assessment/ranks/rank-totals.test.ts'],
    guards: [[['R7'], 'the noise of the arithmetic is no difference', 'noise = 1e-9', 'noise = 1e-15']],
  },
  {
    file: 'lib/statistics/numbers.ts',
    tests: ['lib/statistics/numbers.test.ts'],
    guards: [[['R7'], 'a half is rounded up', 'padded.charCodeAt(digits) >= 53', 'padded.charCodeAt(digits) > 53']],
  },
  {
    file: 'lib/assessment/scoring/score-item.ts',
    tests: ['lib/assessment/scoring/policies.test.ts'],
    guards: [
      [
        ['R7'],
        'until the deadline a missing value is awaited',
        "deadlinePassed ? (item.missing ?? scheme.missing) : 'pending'",
        '(item.missing ?? scheme.missing)',
      ],
      [['R7'], 'an item may have a policy of its own', 'item.missing ?? scheme.missing', 'scheme.missing'],
      [
        ['R7'],
        'a value that was carried from nowhere earns nothing',
        "missing === 'zero' || missing === 'carryLast' ? 0 : null",
        'null',
      ],
    ],
  },
  {
    file: 'lib/assessment/scoring/score-unit.ts',
    tests: ['lib/assessment/scoring/adjust.test.ts'],
    guards: [
      [['R7'], 'a total stays under its cap', 'most === null ? raised : Math.min(raised, most)', 'raised'],
      [['R7'], 'bonuses are held to the cap of the scheme', 'if (excessUp > noise)', 'if (false)'],
      [['R7'], 'a veto leaves nothing of a block', 'if (work.zeroBlocks.has(block.key))', 'if (false)'],
    ],
  },
  {
    file: 'lib/assessment/scoring/adjust.ts',
    tests: ['lib/assessment/scoring/adjust.test.ts'],
    guards: [[['R7'], 'bonuses are held to the cap of their node', 'Math.min(asked.up, cap)', 'asked.up']],
  },
  {
    file: 'lib/assessment/grades/quota.ts',
    tests: ['lib/assessment/grades/grade-units.test.ts'],
    guards: [[['R7'], 'no more places are given than there are units', 'Math.min(wanted, left)', 'wanted']],
  },
];
