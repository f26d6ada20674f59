"""The addresses of the room act."""

app_name = "act"
urlpatterns: list[object] = []
