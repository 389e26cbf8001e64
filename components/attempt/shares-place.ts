/** Whether two entries of an order are given the same place: then there is no order yet that could be kept. */
export function sharesPlace(form: HTMLFormElement): boolean {
  const selects = form.querySelectorAll<HTMLSelectElement>('select[name^="place:"]');
  const places = [...selects].map((select) => select.value).filter((place) => place !== "");
  return new Set(places).size < places.length;
}
