import { redirect } from "next/navigation";

/** The parts lead to each other; this is the one that is asked for most. */
export default function AdminPage(): never {
  redirect("/admin/people");
}
