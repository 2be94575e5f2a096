/**
 * Letters of a điểm in the order of the Vietnamese alphabet (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6 đ).
 * The usual 23: no f j w z, no letter with a vowel mark except đ.
 */
export const POINT_LETTERS = 'abcdđeghiklmnopqrstuvxy'

/** 0 → a, 4 → đ. After y the letters are doubled (aa, bb), as long lists need a way on. */
export function pointLetter(index: number): string {
  const letter = POINT_LETTERS[index % POINT_LETTERS.length] ?? ''
  return letter.repeat(Math.floor(index / POINT_LETTERS.length) + 1)
}
