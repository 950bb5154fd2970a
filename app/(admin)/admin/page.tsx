import { redirect } from "next/navigation";

/** There is one part so far. */
export default function AdminPage(): never {
  redirect("/admin/people");
}
