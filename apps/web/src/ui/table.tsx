import { type ReactNode, useId } from 'react';
import './table.css';

export interface Column<Row> {
  readonly key: string;
  readonly heading: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end of their column. */
  readonly numeric?: boolean;
  /** Names the row for those who hear the table; one column does. */
  readonly isRowHeading?: boolean;
  /** Sort key of the list, when it may be sorted by this column. */
  readonly sortKey?: string;
}

interface TableProps<Row> {
  readonly caption: ReactNode;
  /** Keeps the caption for those who hear it, where a heading says it already. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** `name` or `-name`, as the list was asked. */
  readonly sort?: string | null;
  readonly onSort?: (sort: string) => void;
}

/** Rows and columns. On a narrow screen it scrolls in its own box, which the keyboard reaches. */
export function Table<Row>({ caption, captionHidden, columns, rows, rowKey, sort, onSort }: TableProps<Row>) {
  const name = useId();
  return (
    <div className="table-box" tabIndex={0} role="group" aria-labelledby={name}>
      <table>
        <caption id={name} className={captionHidden ? 'visually-hidden' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map(({ key, heading, numeric, sortKey }) => (
              <th
                key={key}
                scope="col"
                className={numeric ? 'numeric' : undefined}
                aria-sort={sortKey && onSort ? directionOfSort(sort, sortKey) : undefined}
              >
                {sortKey && onSort ? (
                  <button
                    type="button"
                    className="sort"
                    onClick={() => onSort(sort === sortKey ? `-${sortKey}` : sortKey)}
                  >
                    {heading}
                    <span aria-hidden="true">
                      {sort === sortKey ? ' ↑' : sort === `-${sortKey}` ? ' ↓' : ' ↕'}
                    </span>
                  </button>
                ) : (
                  heading
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, cell, numeric, isRowHeading }) =>
                isRowHeading ? (
                  <th key={key} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} className={numeric ? 'numeric' : undefined}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function directionOfSort(sort: string | null | undefined, key: string): 'ascending' | 'descending' | 'none' {
  if (sort === key) return 'ascending';
  return sort === `-${key}` ? 'descending' : 'none';
}
