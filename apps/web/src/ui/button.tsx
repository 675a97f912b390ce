import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import './button.css';

type Weight = 'main' | 'plain' | 'grave' | 'quiet';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** `main`: what this page is for, once a page; `grave`: what is hard to take back. */
  readonly weight?: Weight;
  /** Under way: it says so, and takes no second click. It keeps the focus, which a disabled button would lose. */
  readonly busy?: boolean;
  /** Why it cannot be used now; it stays in the order of the keyboard, so that the reason is heard. */
  readonly hindrance?: string | null;
  readonly children: ReactNode;
}

/** Something that happens here. */
export function Button({
  weight = 'plain',
  busy = false,
  hindrance,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  // A refusal without a sentence is a refusal all the same.
  const isHindered = hindrance !== null && hindrance !== undefined;
  const stopped = busy || isHindered;
  const button = (
    <button
      type="button"
      {...rest}
      className={`button button-${weight}`}
      aria-disabled={stopped || undefined}
      aria-busy={busy || undefined}
      title={hindrance ?? rest.title}
      onClick={(event) => {
        if (stopped) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </button>
  );
  if (!isHindered) return button;
  return (
    <span className="button-hindered">
      {button}
      {hindrance ? <small className="muted">{hindrance}</small> : null}
    </span>
  );
}

/** A place to go that looks like a button. */
export function ButtonLink({ weight = 'plain', ...rest }: LinkProps & { readonly weight?: Weight }) {
  return <Link {...rest} className={`button button-${weight}`} />;
}
