/** Who asks. Today a viewer may do everything; roles, masks and the record of reads come without changing a signature. */
export interface Viewer {
  readonly name: string;
}
