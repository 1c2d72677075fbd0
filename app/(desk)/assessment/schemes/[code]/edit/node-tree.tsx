'use client';

import { clsx } from 'clsx';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { type KeyboardEvent, memo } from 'react';
import { SmallButton } from '@/app/ui/forms/small-button';
import { buttonLook } from '@/app/ui/primitives/button';
import { at, type Edit, freshKey, type Path, pathAfter } from '@/lib/assessment/schemes/designer/edit-document';
import { plainNumber } from '@/lib/assessment/schemes/methods/written-number';
import { stepsOf, writtenPath } from '@/lib/assessment/schemes/read-scheme';
import type { Locale } from '@/lib/i18n/words';
import { makesUp } from '@/lib/statistics/noise';
import { useDesign, useTools } from './design-context';
import { NumberInput } from './design-fields';
import { newBlock, newItem } from './new-nodes';

type Node = {
  readonly kind?: unknown;
  readonly nameZh?: unknown;
  readonly nameEn?: unknown;
  readonly weight?: unknown;
  readonly full?: unknown;
  readonly weightTotal?: unknown;
  readonly aggregation?: unknown;
  readonly parts?: unknown;
};
type Props = {
  selected: Path;
  select: (path: Path) => void;
  /** Selects the node and focuses its panel. */
  open: (path: Path) => void;
};

/** The tree of the draft's blocks and items: weights with their sums, order, adding and removing. */
export function NodeTree(props: Props) {
  const { t, document, faults } = useDesign();
  return (
    <>
      <p className="mb-2 text-xs text-ink-2 max-sm:hidden">{t('design.keys')}</p>
      <ul className="border-t border-rule">
        <Branch path={['root']} node={at(document, ['root']) as Node} place={0} count={1} faults={faults} {...props} />
      </ul>
    </>
  );
}

/** Returns a function for the name of a block or item in the reader's language. */
export function useNodeName(): (node: unknown) => string {
  const { t, locale } = useDesign();
  return (node) => nameIn((node ?? {}) as Node, locale) ?? t('design.unnamed');
}

function nameIn({ nameZh, nameEn }: Node, locale: Locale): string | null {
  const name = locale === 'en' ? nameEn : nameZh;
  return typeof name === 'string' && name.trim() !== '' ? name : null;
}

function Branch({ path, node, place, count, ...shared }: Props & Place & { faults: ReadonlyMap<string, string> }) {
  const { faults, ...rest } = shared;
  const written = writtenPath(path);
  const parts = node.kind === 'block' && Array.isArray(node.parts) ? (node.parts as Node[]) : null;
  return (
    <li>
      <Row
        node={node}
        written={written}
        depth={(path.length - 1) / 2}
        place={place}
        count={count}
        isSelected={written === writtenPath(shared.selected)}
        isFaulty={faults.has(`${written}.weight`)}
        select={rest.select}
        open={rest.open}
      />
      {parts && (
        <ul>
          {parts.map((part, nth) => (
            <Branch
              key={writtenPath([...path, 'parts', nth])}
              path={[...path, 'parts', nth]}
              node={part}
              place={nth}
              count={parts.length}
              {...shared}
            />
          ))}
          <AddRow written={written} depth={path.length / 2} count={parts.length} open={rest.open} />
        </ul>
      )}
    </li>
  );
}

/** The position of a node among its siblings. */
type Place = { path: Path; node: Node; place: number; count: number };

const Row = memo(function Row(props: {
  node: Node;
  written: string;
  depth: number;
  place: number;
  count: number;
  isSelected: boolean;
  isFaulty: boolean;
  select: (path: Path) => void;
  open: (path: Path) => void;
}) {
  const { node, written, depth, place, count, select } = props;
  const { edit, t, locale, latest } = useTools();
  const path = stepsOf(written);
  const isRoot = depth === 0;
  const isBlock = node.kind === 'block';
  const name = nameIn(node, locale) ?? t('design.unnamed');
  const follow = (change: Edit) => {
    const there = pathAfter(latest(), path, change) ?? path.slice(0, -2);
    edit(change);
    select(there);
    // Focuses the row at its new place, so that it can be moved on.
    requestAnimationFrame(() => document.getElementById(`node-${writtenPath(there)}`)?.focus());
  };
  const move = (by: -1 | 1) => follow({ do: 'move', path, by });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || isRoot || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <div
      className={clsx(
        'flex flex-wrap items-center gap-x-2 border-b border-rule py-1 sm:flex-nowrap',
        props.isSelected && 'bg-wash',
      )}
    >
      <button
        type="button"
        aria-current={props.isSelected}
        id={`node-${written}`}
        onClick={() => props.open(path)}
        onKeyDown={onKeyDown}
        style={{ paddingInlineStart: `${0.5 + depth * 1.1}em` }}
        className={clsx(
          'min-h-9 min-w-0 flex-1 rounded-sm py-1 pr-2 text-left hover:text-sea max-sm:min-h-11 max-sm:basis-full',
          isBlock && 'font-semibold',
        )}
      >
        {name}
      </button>
      {isBlock && <SumMark node={node} />}
      <NumberInput
        value={node.weight}
        label={`${t('design.weight')} ${name}`}
        isFaulty={props.isFaulty}
        onNumber={(value) => edit({ do: 'set', path: [...path, 'weight'], value })}
      />
      <span className={clsx('flex shrink-0', isRoot && 'invisible max-sm:hidden')}>
        <SmallButton label={t('design.upNamed', { name })} isOff={isRoot || place === 0} onClick={() => move(-1)}>
          <ArrowUp size={16} aria-hidden="true" />
        </SmallButton>
        <SmallButton
          label={t('design.downNamed', { name })}
          isOff={isRoot || place >= count - 1}
          onClick={() => move(1)}
        >
          <ArrowDown size={16} aria-hidden="true" />
        </SmallButton>
        <SmallButton
          label={t('design.removeNamed', { name })}
          isDanger
          isOff={isRoot || count <= 1}
          onClick={() => follow({ do: 'remove', path })}
        >
          <Trash2 size={16} aria-hidden="true" />
        </SmallButton>
      </span>
    </div>
  );
});

const AddRow = memo(function AddRow(props: {
  written: string;
  depth: number;
  count: number;
  open: (path: Path) => void;
}) {
  const { edit, t, latest } = useTools();
  const list = [...stepsOf(props.written), 'parts'];
  const add = (value: unknown) => {
    edit({ do: 'add', path: list, value });
    props.open([...list, props.count]);
  };
  return (
    <li className="flex flex-wrap border-b border-rule" style={{ paddingInlineStart: `${0.5 + props.depth * 1.1}em` }}>
      <button
        type="button"
        className={buttonLook('quiet', 'px-2 text-table')}
        onClick={() => add(newItem(freshKey(latest(), 'item')))}
      >
        + {t('design.addItem')}
      </button>
      <button
        type="button"
        className={buttonLook('quiet', 'px-2 text-table')}
        onClick={() => add(newBlock(freshKey(latest(), 'block'), freshKey(latest(), 'item')))}
      >
        + {t('design.addBlock')}
      </button>
    </li>
  );
});

/** The sum of the weights of a block's parts, and whether it is right: by a sign, and in words for screen readers. */
function SumMark({ node }: { node: Node }) {
  const { t } = useTools();
  const parts = Array.isArray(node.parts) ? (node.parts as Node[]) : [];
  const number = (value: unknown) => (typeof value === 'number' ? value : 0);
  const full = typeof node.full === 'number' ? node.full : number(node.weight);
  const isSum = node.aggregation === 'sum';
  const total = !isSum && typeof node.weightTotal === 'number' ? node.weightTotal : full;
  const sum = parts.reduce((all, part) => all + number(part.weight), 0);
  const isRight = makesUp(sum, total);
  const values = { sum: plainNumber(sum), total: plainNumber(total) };
  return (
    <span
      className={clsx('shrink-0 text-xs whitespace-nowrap tabular-nums', isRight ? 'text-ink-2' : 'text-vermilion')}
    >
      <span aria-hidden="true">
        {isRight ? '✓' : '≠'} {t('design.sum', values)}
      </span>
      <span className="sr-only">{t(isRight ? 'design.sumRight' : 'design.sumWrong', values)}</span>
    </span>
  );
}
