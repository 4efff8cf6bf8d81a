"""What runs the grader on other machines: workflows, pipelines, an autograder."""
