import type { ReactNode } from 'react';
import './notice.css';

interface NoticeProps {
  readonly tone?: 'plain' | 'good' | 'attention' | 'late';
  readonly title?: ReactNode;
  readonly children?: ReactNode;
}

/** Something the reader should know before going on. */
export function Notice({ tone = 'plain', title, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`}>
      {title ? <p className="notice-title">{title}</p> : null}
      {children ? <div>{children}</div> : null}
    </div>
  );
}
