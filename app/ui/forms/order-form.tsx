import type { FormAction } from './form-state';
import { OrderedForm } from './ordered-form';
import type { OrderedItem } from './ordered-list';
import type { Made } from './use-order';

/** The form that puts rows in order: `name` is its field, `label` gives the words of a row's buttons. */
export function OrderForm(props: {
  id: string;
  action: FormAction<Made>;
  submit: string;
  /** What is said when an order is stored. */
  saved: string;
  refusedTitle: string;
  /** Whose rows they are, at the version that the page shows. */
  of: { readonly code: string; readonly version: number };
  name: string;
  items: readonly OrderedItem[];
  label: (key: 'upOf' | 'downOf' | 'drag', name: string) => string;
}) {
  const { label, ...form } = props;
  const words = (key: 'upOf' | 'downOf' | 'drag') =>
    Object.fromEntries(props.items.map(({ code, name }) => [code, label(key, name)]));
  return <OrderedForm {...form} words={{ up: words('upOf'), down: words('downOf'), drag: words('drag') }} />;
}
