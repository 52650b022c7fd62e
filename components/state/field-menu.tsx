import type { Scene } from '#client/replay/question';
import { useWording } from '#client/wording/use-wording';
import { Menu, type MenuItem } from '#components/ui/menu';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { fieldAt, jsonAt } from './field-at.ts';

export interface FieldMenuActions {
  readonly scene: Scene;
  onGo(ordinal: number): void;
  onFollow(path: string): void;
  onHistory(path: string): void;
  /** Narrows the events to those that changed the field. */
  onOnlyChanges(path: string): void;
}

type OnCopy = (what: string, text: string) => void;

/** What can be done with the field at a path. */
export function FieldMenu({
  path,
  at,
  onCopy,
  onClose,
  ...actions
}: FieldMenuActions & {
  readonly path: string;
  readonly at: { readonly x: number; readonly y: number };
  readonly onCopy: OnCopy;
  onClose(isDone: boolean): void;
}) {
  const { nameOf } = useWording();
  return (
    <Menu
      label={`Field ${visibleString(nameOf(path))}`}
      at={at}
      head={<VisibleText text={nameOf(path)} />}
      items={itemsOf(path, actions, onCopy)}
      onClose={onClose}
    />
  );
}

function itemsOf(
  path: string,
  { scene, onGo, onFollow, onHistory, onOnlyChanges }: FieldMenuActions,
  copy: OnCopy,
): readonly MenuItem[] {
  const { ordinal: setter, below, text } = fieldAt(scene.leaves, path);
  const isThere = setter !== null || below > 0;
  return [
    { text: 'Follow this field', keys: 'F', onChoose: () => onFollow(path) },
    { text: 'All its values', onChoose: () => onHistory(path) },
    { text: 'Only events that changed it', onChoose: () => onOnlyChanges(path) },
    {
      text: 'Go to the event that set it',
      keys: 'Enter',
      disabled: setter === null || text === null,
      onChoose: () => setter !== null && onGo(setter),
    },
    {
      text: 'State before this change',
      keys: 'Shift+Enter',
      disabled: setter === null || text === null,
      onChoose: () => setter !== null && onGo(setter - 1),
    },
    { text: 'Copy path', onChoose: () => copy('Path', path) },
    {
      text: below > 0 ? 'Copy all below it as JSON' : 'Copy value as JSON',
      disabled: !isThere,
      onChoose: () => copy('Value', jsonAt(scene.leaves, path)),
    },
  ];
}
