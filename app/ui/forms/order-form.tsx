import { CommandForm } from './command-form';
import type { FormAction } from './form-state';
import { type OrderedItem, OrderedList } from './ordered-list';

/** The form that puts rows in order: `name` is its field, `label` gives the words of a row's buttons. */
export function OrderForm(props: {
  id: string;
  action: FormAction<never>;
  submit: string;
  refusedTitle: string;
  /** Whose rows they are, at the version that the page shows. */
  of: { readonly code: string; readonly version: number };
  name: string;
  items: readonly OrderedItem[];
  label: (key: 'upOf' | 'downOf' | 'drag', name: string) => string;
}) {
  const { of: whole, items, label } = props;
  const words = (key: 'upOf' | 'downOf' | 'drag') =>
    Object.fromEntries(items.map(({ code, name }) => [code, label(key, name)]));
  return (
    <CommandForm
      id={props.id}
      action={props.action}
      submit={props.submit}
      tone="outline"
      refusedTitle={props.refusedTitle}
      hidden={{ code: whole.code, version: whole.version }}
    >
      <OrderedList
        // A new version begins with the stored order.
        key={whole.version}
        name={props.name}
        items={items}
        words={{ up: words('upOf'), down: words('downOf'), drag: words('drag') }}
      />
    </CommandForm>
  );
}
