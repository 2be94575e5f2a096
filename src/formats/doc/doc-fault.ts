/** Why a .doc is refused in the middle of it; thrown by the parts that read it, caught where it is opened. */
export class DocFault extends Error {
  constructor(readonly problem: DocProblem) {
    super(problem)
  }
}

export type DocProblem =
  'no compound file' | 'broken chain of sectors' | 'no document' | 'no text' | 'encrypted' | 'older than Word 97'
