const VALUES: ReadonlyArray<readonly [number, string]> = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** 1 → I, 4 → IV. Only for whole numbers from 1. */
export function toRoman(value: number): string {
  let rest = value
  let roman = ''
  for (const [amount, letters] of VALUES) {
    while (rest >= amount) {
      roman += letters
      rest -= amount
    }
  }
  return roman
}

/** `undefined` where the text is no Roman numeral in its usual spelling. */
export function fromRoman(text: string): number | undefined {
  const upper = text.toUpperCase()
  let rest = upper
  let value = 0
  for (const [amount, letters] of VALUES) {
    while (rest.startsWith(letters)) {
      value += amount
      rest = rest.slice(letters.length)
    }
  }
  return rest === '' && value > 0 && toRoman(value) === upper ? value : undefined
}
