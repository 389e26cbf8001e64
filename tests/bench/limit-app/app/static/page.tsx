export const dynamic = "force-static";

export default function Static() {
  return <p>Prerendered</p>;
}
