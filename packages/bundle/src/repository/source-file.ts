/** A file or link as the tree of a commit names it, with the repository that holds its bytes. */
export interface SourceFile {
  /** POSIX path relative to the top of the outer repository. */
  readonly path: string;
  readonly kind: 'file' | 'link';
  readonly executable: boolean;
  /** Hex object name of its blob. */
  readonly object: string;
  /** Bytes of the blob. */
  readonly size: number;
  /** Folder in which git is asked for the blob: the outer repository, or the one of a submodule. */
  readonly gitFolder: string;
}

/** A submodule as the tree of a commit names it. */
export interface SubmodulePointer {
  readonly path: string;
  /** The commit that it stands at. */
  readonly commit: string;
}
