/** What a drawing in layers is made from, and what it is laid out with. */
export interface GraphNode {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** The heavier, the straighter, and the sooner it runs downwards. */
  readonly weight: number;
}

export interface LabelSize {
  readonly width: number;
  readonly height: number;
}

/** Something in a layer: a node, the words of an edge, or a bend of one. */
export interface Box {
  /** Of the edge, for what is no node. */
  readonly edge: number | null;
  readonly id: string | null;
  readonly isLabel: boolean;
  readonly width: number;
  readonly height: number;
  /** From its middle to where its edge may begin to turn: half its own height, or that of its layer. */
  half: number;
  /** The boxes above and below that it hangs together with. */
  readonly up: Tie[];
  readonly down: Tie[];
  /** Its middle. */
  x: number;
  y: number;
}

export interface Tie {
  readonly box: Box;
  readonly weight: number;
}
