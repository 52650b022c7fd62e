import type { ComponentProps } from 'react';

/*
 * A grid whose rows lie where they are placed and of which only those in sight are there: elements of a table could be neither. The grid
 * itself has the focus and the keys, and names its active row.
 */

export function Grid(props: ComponentProps<'div'>) {
  // biome-ignore lint/a11y/useSemanticElements: as said above
  return <div role="grid" tabIndex={0} {...props} />;
}

export function GridRows(props: ComponentProps<'div'>) {
  // biome-ignore lint/a11y/useSemanticElements: as said above
  return <div role="rowgroup" {...props} />;
}

export function GridRow(props: ComponentProps<'div'>) {
  // biome-ignore lint/a11y/useSemanticElements: as said above
  // biome-ignore lint/a11y/useFocusableInteractive: as said above
  return <div role="row" {...props} />;
}

export function GridCell(props: ComponentProps<'div'>) {
  // biome-ignore lint/a11y/useSemanticElements: as said above
  // biome-ignore lint/a11y/useFocusableInteractive: as said above
  return <div role="gridcell" {...props} />;
}

export function GridHeading(props: ComponentProps<'div'>) {
  // biome-ignore lint/a11y/useSemanticElements: as said above
  // biome-ignore lint/a11y/useFocusableInteractive: as said above
  return <div role="columnheader" {...props} />;
}
