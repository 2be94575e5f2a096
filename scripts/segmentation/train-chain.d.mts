interface TrainFeature {
  readonly name: string
  readonly value: number
  readonly label?: string
}

export interface Sequence {
  readonly kind: 'newsAccount' | 'formalReport'
  readonly source: string
  readonly weight: number
  readonly links: readonly {
    readonly features: readonly TrainFeature[]
    readonly stays: readonly TrainFeature[]
    readonly gold: string
  }[]
}

export interface TrainOptions {
  readonly labels: readonly string[]
  readonly labelsOf: (kind: Sequence['kind']) => readonly string[]
  readonly namesOf: (name: string, kind: Sequence['kind']) => readonly string[]
  readonly minDocuments: (name: string) => number
  readonly penalty: (name: string) => number
  readonly pointerPenalty: number
  readonly iterations: number
  readonly keep: number
}

export function trainChain(
  sequences: readonly Sequence[],
  options: TrainOptions,
): { readonly rows: Readonly<Record<string, Readonly<Record<string, number>>>> }
