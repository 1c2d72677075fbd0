// The choice of a workbook's sheet, of which the reader of uploads and the writer of findings need the same.

/** The hidden sheet that identifies a template. */
export const identityName = '_baton';

/**
 * The sheet that its sender looked at last and can see; of a template the first one, since the other is its guide.
 * `sheets` are all of the workbook, in order, with `name`, `hidden` and `veryHidden`; of those to be seen one may be `asked`
 * for by name.
 */
export function chosenSheet(sheets, activeSheet = 0, asked = undefined) {
  const shown = sheets.flatMap(({ name, hidden, veryHidden }, index) =>
    hidden || veryHidden ? [] : [{ name, index }],
  );
  const isTemplate = sheets.some(({ name }) => name === identityName);
  const active = isTemplate ? undefined : shown.find(({ index }) => index === activeSheet);
  const named = shown.find(({ name }) => name === asked);
  const chosen = named ?? active ?? shown[0] ?? { name: sheets[0]?.name ?? '', index: 0 };
  return {
    ...chosen,
    others: isTemplate ? [] : shown.flatMap(({ name, index }) => (index === chosen.index ? [] : [name])),
  };
}
