/** Items one below the other, as the layout prints them. */
export function PrintedItems({ items }: { readonly items: readonly string[] }) {
  return items.map((item, index) => (
    <span key={index} className="page-line">
      {item}
    </span>
  ))
}
