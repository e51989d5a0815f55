import { Card } from "@/components/ui/card";
import { RadioGroupField } from "@/components/ui/choice-fields";

/** How students get in, and what either way lets the school see. */
export function AdmissionField({ byName }: { readonly byName: boolean }) {
  return (
    <Card
      title="How students get in"
      description="Either way each student has a slip with a code that works once, and nobody can see what anybody answered."
    >
      <RadioGroupField
        name="admission"
        label="Slips"
        defaultValue="slips"
        options={[
          {
            value: "slips",
            label: "Dealt by chance",
            hint: `No page says who took part, only how many, in steps of five.${
              byName ? " Slips have names all the same if you also count by a demographic." : ""
            }`,
          },
          {
            value: "roster",
            label: "By the class list (roster sign-in)",
            hint: "Each slip has a student’s name. The class’s teachers and administrators see who has not collected a ballot yet: to give absent students another chance, and to replace a lost slip. Students read on their first screen that the school sees that they took part.",
          },
        ]}
      />
    </Card>
  );
}
