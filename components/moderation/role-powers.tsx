import type { Power, Role } from "#lib/auth/role";
import { useWords } from "#words";

/** What each role can do that those before it cannot. */
export function RolePowers({ added }: { added: readonly (readonly [Role, readonly Power[]])[] }) {
  const t = useWords();
  return (
    <dl className="mt-4 grid max-w-2xl gap-3 text-sm">
      {added
        .filter(([, powers]) => powers.length > 0)
        .map(([role, powers]) => (
          <div key={role} className="grid gap-x-4 gap-y-1 border-t border-line pt-2 sm:grid-cols-[9rem_1fr]">
            <dt className="font-semibold">{t(`roles.role-${role}`)}</dt>
            <dd>
              <ul className="grid gap-1">
                {powers.map((power) => (
                  <li key={power}>{t(`roles.power-${power}`)}</li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
    </dl>
  );
}
