'use client';

import { type MouseEvent, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { skipLook, skipPlace } from './skip-look';

/** A link among the first stops of the keyboard, behind that to the content, which a page adds from within. */
export function PageSkip(props: { href: string; label: string; onClick: (event: MouseEvent) => void }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => setPlace(document.getElementById(skipPlace)), []);
  return (
    place &&
    createPortal(
      <a href={props.href} onClick={props.onClick} className={skipLook}>
        {props.label}
      </a>,
      place,
    )
  );
}
