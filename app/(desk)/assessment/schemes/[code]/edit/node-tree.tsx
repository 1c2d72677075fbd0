'use client';

import { clsx } from 'clsx';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { buttonLook } from '@/app/ui/primitives/button';
import { at, type Edit, freshKey, type Path, pathAfter } from '@/lib/assessment/schemes/designer/edit-document';
import { plainNumber } from '@/lib/assessment/schemes/methods/written-number';
import { writtenPath } from '@/lib/assessment/schemes/read-scheme';
import { useDesign } from './design-context';
import { NumberBox } from './design-fields';
import { newBlock, newItem } from './new-nodes';
import { SmallButton } from './small-button';

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
  /** Selects it and goes on to its panel. */
  open: (path: Path) => void;
};

/** The blocks and items of the draft: weights with their sums, order, and what is added or removed. */
export function NodeTree(props: Props) {
  const { t } = useDesign();
  return (
    <>
      <p className="mb-2 text-xs text-ink-2 max-sm:hidden">{t('design.keys')}</p>
      <ul className="border-t border-rule">
        <Branch path={['root']} {...props} />
      </ul>
    </>
  );
}

/** What a block or item is called in the reader's language. */
export function useNodeName(): (node: unknown) => string {
  const { t, locale } = useDesign();
  return (node) => {
    const { nameZh, nameEn } = (node ?? {}) as Node;
    const name = locale === 'en' ? nameEn : nameZh;
    return typeof name === 'string' && name.trim() !== '' ? name : t('design.unnamed');
  };
}

function Branch({ path, selected, select, open }: Props & { path: Path }) {
  const { document, edit, t } = useDesign();
  const nameOf = useNodeName();
  const node = at(document, path) as Node;
  const isBlock = node.kind === 'block';
  const parts = Array.isArray(node.parts) ? node.parts : [];
  const isRoot = path.length === 1;
  const isSelected = writtenPath(path) === writtenPath(selected);
  const name = nameOf(node);
  const follow = (change: Edit) => {
    const next = pathAfter(document, path, change);
    edit(change);
    const there = next ?? path.slice(0, -2);
    select(there);
    // Where the row is now, so that it can be moved on.
    requestAnimationFrame(() => window.document.getElementById(`node-${writtenPath(there)}`)?.focus());
  };
  const move = (by: -1 | 1) => follow({ do: 'move', path, by });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || isRoot || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  const siblings = at(document, path.slice(0, -1));
  const place = Number(path.at(-1));
  const add = (value: unknown) => {
    edit({ do: 'add', path: [...path, 'parts'], value });
    open([...path, 'parts', parts.length]);
  };
  return (
    <li>
      <div
        className={clsx(
          'flex flex-wrap items-center gap-x-2 border-b border-rule py-1 sm:flex-nowrap',
          isSelected && 'bg-wash',
        )}
      >
        <button
          type="button"
          aria-current={isSelected}
          id={`node-${writtenPath(path)}`}
          onClick={() => open(path)}
          onKeyDown={onKeyDown}
          style={{ paddingInlineStart: `${0.5 + ((path.length - 1) / 2) * 1.1}em` }}
          className={clsx(
            'min-h-9 min-w-0 flex-1 rounded-sm py-1 pr-2 text-left hover:text-sea max-sm:min-h-11 max-sm:basis-full',
            isBlock && 'font-semibold',
          )}
        >
          {name}
        </button>
        {isBlock && <SumMark node={node} />}
        <NumberBox
          path={[...path, 'weight']}
          label={`${t('design.weight')} ${name}`}
          isEcho
          className="w-20 shrink-0 max-sm:ml-2"
        />
        <span className={clsx('flex shrink-0', isRoot && 'invisible max-sm:hidden')}>
          <SmallButton label={t('design.upNamed', { name })} isOff={place === 0} onClick={() => move(-1)}>
            <ArrowUp size={16} aria-hidden="true" />
          </SmallButton>
          <SmallButton
            label={t('design.downNamed', { name })}
            isOff={Array.isArray(siblings) && place >= siblings.length - 1}
            onClick={() => move(1)}
          >
            <ArrowDown size={16} aria-hidden="true" />
          </SmallButton>
          <SmallButton
            label={t('design.removeNamed', { name })}
            isDanger
            isOff={isRoot || (Array.isArray(siblings) && siblings.length <= 1)}
            onClick={() => follow({ do: 'remove', path })}
          >
            <Trash2 size={16} aria-hidden="true" />
          </SmallButton>
        </span>
      </div>
      {isBlock && (
        <ul>
          {parts.map((_, nth) => (
            <Branch
              key={writtenPath([...path, 'parts', nth])}
              path={[...path, 'parts', nth]}
              selected={selected}
              select={select}
              open={open}
            />
          ))}
          <li
            className="flex flex-wrap border-b border-rule"
            style={{ paddingInlineStart: `${0.5 + (path.length / 2) * 1.1}em` }}
          >
            <button
              type="button"
              className={buttonLook('quiet', 'px-2 text-table')}
              onClick={() => add(newItem(freshKey(document, 'item')))}
            >
              + {t('design.addItem')}
            </button>
            <button
              type="button"
              className={buttonLook('quiet', 'px-2 text-table')}
              onClick={() => add(newBlock(freshKey(document, 'block'), freshKey(document, 'item')))}
            >
              + {t('design.addBlock')}
            </button>
          </li>
        </ul>
      )}
    </li>
  );
}

/** To what the weights of a block's parts sum, and whether they should: by a sign, and in words for who does not see it. */
function SumMark({ node }: { node: Node }) {
  const { t } = useDesign();
  const parts = Array.isArray(node.parts) ? (node.parts as Node[]) : [];
  const number = (value: unknown) => (typeof value === 'number' ? value : 0);
  const full = typeof node.full === 'number' ? node.full : number(node.weight);
  const isSum = node.aggregation === 'sum';
  const total = !isSum && typeof node.weightTotal === 'number' ? node.weightTotal : full;
  const sum = parts.reduce((all, part) => all + number(part.weight), 0);
  const isRight = Math.abs(sum - total) <= 1e-9 * Math.max(1, total);
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
