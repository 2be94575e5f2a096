/** Answers about a paragraph that many steps ask for: found once, kept as long as the paragraph is. */
export function onceEach<P extends object, T>(find: (paragraph: P) => T): (paragraph: P) => T {
  const known = new WeakMap<P, { readonly answer: T }>()
  return (paragraph) => {
    const kept = known.get(paragraph)
    if (kept) return kept.answer
    const answer = find(paragraph)
    known.set(paragraph, { answer })
    return answer
  }
}
