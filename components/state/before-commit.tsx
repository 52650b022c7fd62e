import { Component, type ReactNode } from 'react';

interface BeforeCommitProps {
  readonly children: ReactNode;
  /** Called before anything in the document is changed by a rendering that this is part of. */
  run(): void;
}

/** Only a class is told in time: effects run when the document has been changed. */
export class BeforeCommit extends Component<BeforeCommitProps> {
  override getSnapshotBeforeUpdate(): null {
    this.props.run();
    return null;
  }

  override componentDidUpdate(): void {
    // React asks for it beside the snapshot.
  }

  override render(): ReactNode {
    return this.props.children;
  }
}
